extension XMLTape {
    /// Reads a document of clean UTF-8 (see `Decoder`) in the words of a vocabulary.
    ///
    /// Malformed documents are read as far as they go; only growing entities end the reading.
    package static func read(
        _ document: [UInt8], from start: Int = 0, vocabulary: XMLVocabulary, limits: XMLLimits = XMLLimits()
    ) throws(XMLFailure) -> (tape: XMLTape, doctypeIsHTML: Bool) {
        let outcome: Result<(tape: XMLTape, doctypeIsHTML: Bool), XMLFailure> = document.withUnsafeBufferPointer {
            buffer in
            guard !buffer.isEmpty else { return .success((XMLTape.empty, false)) }
            var mender = XMLMender(buffer, from: start, vocabulary: vocabulary, limits: limits)
            mender.run()
            if let failure = mender.failure { return .failure(failure) }
            var problems = mender.problems
            var reader = XMLSkeletonReader(lifted: mender.nodes, arena: mender.arena, vocabulary: vocabulary)
            if !mender.nodes.isEmpty, !reader.read(mender.skeleton) {
                problems.append(XMLProblem(.malformedTag, at: 0))
            }
            let tape = XMLTape(
                document: document, arena: reader.arena, nodes: reader.nodes, rootName: mender.rootName,
                problems: Self.numbered(problems, in: buffer), truncated: mender.truncated)
            return .success((tape, mender.doctypeIsHTML))
        }
        return try outcome.get()
    }

    private static let empty = XMLTape(
        document: [], arena: [], nodes: [], rootName: nil, problems: [], truncated: false)

    /// Gives each problem its line, in one pass over the document.
    private static func numbered(_ problems: [XMLProblem], in bytes: UnsafeBufferPointer<UInt8>) -> [XMLProblem] {
        guard !problems.isEmpty, let base = bytes.baseAddress else { return [] }
        var sorted = problems.sorted { $0.position < $1.position }
        var line = 1
        var at = 0
        for index in sorted.indices {
            let position = min(sorted[index].position, bytes.count)
            while let feed = Bytes.find(0x0A, in: base, from: at, to: position) {
                line += 1
                at = feed + 1
            }
            sorted[index].line = line
        }
        // A reference in an attribute is met twice: when the tag is read, and when it is written anew.
        return sorted.enumerated().filter { index, problem in index == 0 || problem != sorted[index - 1] }.map(
            \.element)
    }
}
