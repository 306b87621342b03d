import CMemory

/// How the program handles its memory.
enum Memory {
    /// Keeps what was freed for what comes next, instead of giving it to the system and asking for it again; asks for much at
    /// once; and lets all threads share two heaps. To be called before there are any.
    ///
    /// Documents come one after the other, each in a few large pieces; a page that comes fresh from the system has to be
    /// cleared first. The peak is as high as before. What one thread has freed another can take: where they take turns
    /// anyway, as in a run of thousands of sources, that costs no time and a tenth less memory; of one heap they would wait for
    /// each other.
    static func keep() {
        mallopt(M_MMAP_THRESHOLD, 32 << 20)
        mallopt(M_TRIM_THRESHOLD, 256 << 20)
        mallopt(M_TOP_PAD, 4 << 20)
        mallopt(M_ARENA_MAX, 2)
    }

    /// Gives what is free to the system, between two parts of the work that need memory of different kinds.
    static func giveBack() { malloc_trim(0) }
}
