import Markup

/// Where links lead that call a function of the page: `<a href="#" onclick="view('88')">`.
struct ProgramTargets {
    private let tree: MarkupTree
    private let page: MarkupTree
    /// The page's programs; read when the first link asks for them.
    private var functions: ProgramFunctions?
    private var known: [String: ProgramFunctions.Function?] = [:]

    /// - Parameter page: the page whose programs count, where the links are in a piece of it.
    init(_ tree: MarkupTree, programsOf page: MarkupTree? = nil) {
        self.tree = tree
        self.page = page ?? tree
    }

    /// The address as the function writes it; nothing where it does anything else.
    mutating func reference(of index: MarkupTree.Index) -> String? {
        for name in ["onclick", "href"] {
            guard let source = tree.attribute(name, index), name == "onclick" || source.hasPrefix("javascript:"),
                let (name, arguments) = ProgramFunctions.call(source.prefix(400)), !arguments.isEmpty,
                let function = function(name)
            else { continue }
            return functions?.address(of: function, arguments)
        }
        return nil
    }

    private mutating func function(_ name: String) -> ProgramFunctions.Function? {
        if let function = known[name] { return function }
        let all = functions ?? ProgramFunctions(ProgramText.all(in: page))
        functions = all
        let function = all.function(name)
        known[name] = .some(function)
        return function
    }
}
