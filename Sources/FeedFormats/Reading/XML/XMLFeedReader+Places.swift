import Markup

extension XMLFeedReader {
    /// Where something is: GeoRSS simple, GeoRSS with GML, W3C geo.
    func readPlace(_ node: Int, _ element: FeedElement, into about: inout FeedDescription) {
        switch element {
        case .point: about.place = place(.point, numbers(node)) ?? about.place
        case .line: about.place = place(.line, numbers(node)) ?? about.place
        case .polygon: about.place = place(.polygon, numbers(node)) ?? about.place
        case .box: about.place = place(.box, numbers(node)) ?? about.place
        case .whereAbouts, .geoPoint:
            for child in children(of: node) { readPlace(child, self.element(child) ?? .unknown, into: &about) }
        case .gmlPoint: about.place = gml(.point, node) ?? about.place
        case .gmlLine: about.place = gml(.line, node) ?? about.place
        case .gmlPolygon: about.place = gml(.polygon, node) ?? about.place
        case .gmlEnvelope: about.place = gml(.box, node) ?? about.place
        case .latitude, .longitude:
            guard let value = numbers(node).first else { return }
            var coordinates = about.place?.shape == .point ? about.place?.coordinates.first ?? [0, 0] : [0, 0]
            coordinates[element == .longitude ? 0 : 1] = value
            about.place = FeedPlace(shape: .point, coordinates: [coordinates])
        default: break
        }
    }

    private func gml(_ shape: FeedPlace.Shape, _ node: Int) -> FeedPlace? {
        var values: [Double] = []
        func collect(_ node: Int) {
            for child in children(of: node) {
                switch element(child) {
                case .gmlPositions, .gmlLower, .gmlUpper: values += numbers(child)
                default: collect(child)
                }
            }
        }
        collect(node)
        // WGS84 puts latitude first; projected systems (UTM) are given as easting, northing.
        let system = attribute(node, .srsName)?.lowercased() ?? ""
        return place(shape, values, latitudeFirst: !system.contains("utm") && !system.contains("epsg:326"))
    }

    private func place(_ shape: FeedPlace.Shape, _ values: [Double], latitudeFirst: Bool = true) -> FeedPlace? {
        var pairs: [[Double]] = []
        var index = 0
        while index + 1 < values.count {
            pairs.append(
                latitudeFirst ? [values[index + 1], values[index]] : [values[index], values[index + 1]])
            index += 2
        }
        let least =
            switch shape {
            case .point: 1
            case .line, .box: 2
            case .polygon: 4
            }
        return pairs.count >= least ? FeedPlace(shape: shape, coordinates: pairs) : nil
    }

    /// The numbers of a list, up to ten thousand positions.
    private func numbers(_ node: Int) -> [Double] {
        (text(node) ?? "").split(maxSplits: 20_000) { $0 == " " || $0 == "," || $0 == "\n" || $0 == "\t" }
            .compactMap { Double($0) }
    }
}
