import CMemory

/// How the program handles its memory.
enum Memory {
    /// Keeps what was freed for what comes next, for half a second. To be called before there are other threads.
    static func keep() { juhe_keep_memory(500) }

    /// Gives what is free to the system, between two parts of the work that need memory of different kinds.
    static func giveBack() { juhe_give_memory_back() }
}
