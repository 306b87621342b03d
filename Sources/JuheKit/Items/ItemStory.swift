/// The story that an item belongs to (同一件事): what else of the stream is a reprint or a forwarded copy of the same.
public struct ItemStory: Sendable, Codable, Hashable {
    /// Its name: the number of the item that it began with.
    public var number: Int64
    /// Its head: the most original item, then the earliest.
    public var head: Int64
    /// The other items, the head first where it is another one.
    public var reprints: [Reprint]

    /// Another item of the story.
    public struct Reprint: Sendable, Codable, Hashable {
        /// Its number.
        public var number: Int64
        /// The unit that published it; its source where no unit is known.
        public var publisher: String
        /// Its address.
        public var url: String?

        /// Another item.
        public init(number: Int64, publisher: String, url: String?) {
            self.number = number
            self.publisher = publisher
            self.url = url
        }
    }

    /// A story.
    public init(number: Int64, head: Int64, reprints: [Reprint]) {
        self.number = number
        self.head = head
        self.reprints = reprints
    }
}
