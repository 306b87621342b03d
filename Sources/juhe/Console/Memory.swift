import CMemory

/// How the program handles its memory.
enum Memory {
    /// Keeps what was freed for what comes next, instead of giving it to the system and asking for it again.
    ///
    /// Documents come one after the other, each in a few large pieces; a page that comes fresh from the system has to be
    /// cleared first. The peak is as high as before.
    static func keep() {
        mallopt(M_MMAP_THRESHOLD, 32 << 20)
        mallopt(M_TRIM_THRESHOLD, 256 << 20)
    }
}
