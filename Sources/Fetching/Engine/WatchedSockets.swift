internal import Glibc

/// The sockets that the engine waits for, the bell first among them.
struct WatchedSockets {
    private var entries: [pollfd]
    /// Where a descriptor stands among the entries, by its number; -1 where it does not.
    private var places: [Int] = []

    init(bell: Int32) {
        entries = [pollfd(fd: bell, events: Int16(POLLIN), revents: 0)]
    }

    /// True where the bell was heard when the sockets were last waited for.
    var isBellRung: Bool { entries[0].revents != 0 }

    /// Waits for these events of a socket from now on; none take it out.
    mutating func watch(_ socket: Int32, for events: Int16) {
        guard socket >= 0 else { return }
        let number = Int(socket)
        if number >= places.count {
            places.append(contentsOf: repeatElement(-1, count: number + 1 - places.count))
        }
        let place = places[number]
        if events == 0 {
            guard place >= 0, let last = entries.popLast() else { return }
            places[number] = -1
            if place < entries.count {
                entries[place] = last
                places[Int(last.fd)] = place
            }
        } else if place >= 0 {
            entries[place].events = events
        } else {
            places[number] = entries.count
            entries.append(pollfd(fd: socket, events: events, revents: 0))
        }
    }

    /// Waits until a socket is ready or the time is over.
    /// - Returns: Sockets with what they are ready for; the bell is none of them.
    mutating func wait(milliseconds: Int) -> [(socket: Int32, events: Int16)] {
        let count = poll(&entries, nfds_t(entries.count), Int32(clamping: milliseconds))
        guard count > 0 else { return [] }
        var ready: [(socket: Int32, events: Int16)] = []
        for entry in entries.dropFirst() where entry.revents != 0 { ready.append((entry.fd, entry.revents)) }
        return ready
    }
}
