public import FoundationEssentials

extension Edition {
    /// A picture that is kept with an edition: the lead image of one of its items.
    public struct Picture: Sendable, Hashable, Codable {
        /// The item's number.
        public var item: Int64
        /// Its media type: `image/jpeg`, `image/png` or `image/gif`.
        public var type: String
        /// Its width in pixels.
        public var width: Int
        /// Its height in pixels.
        public var height: Int
        /// What it shows, for those who do not see it.
        public var alternative: String
        /// The file.
        public var content: Data

        /// A picture.
        public init(item: Int64, type: String, width: Int, height: Int, alternative: String, content: Data) {
            self.item = item
            self.type = type
            self.width = width
            self.height = height
            self.alternative = alternative
            self.content = content
        }
    }
}
