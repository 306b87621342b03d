/// What a plugin behind walls may not ask the kernel for, as bubblewrap loads it (`--seccomp`): a classic BPF program over
/// `struct seccomp_data` (seccomp(2)). A call that is not allowed fails with `EPERM`.
///
/// The list is of calls that no program which reads and writes documents needs: other processes' memory, mounts and
/// namespaces, the machine's clock, name, modules and keys, and the parts of the kernel in which most holes were found.
enum CallFilter {
    /// The program; empty on machines whose numbers of calls are not known here.
    static let program: [UInt8] = {
        #if arch(x86_64)
        return program(architecture: 0xC000_003E, calls: x86)
        #else
        return []
        #endif
    }()

    /// Numbers of arch/x86/entry/syscalls/syscall_64.tbl.
    private static let x86: [UInt32] = [
        // ptrace, process_vm_readv, process_vm_writev, kcmp, pidfd_getfd
        101, 310, 311, 312, 438,
        // mount, umount2, pivot_root, chroot, unshare, setns
        165, 166, 155, 161, 272, 308,
        // open_tree, move_mount, fsopen, fsconfig, fsmount, fspick, mount_setattr
        428, 429, 430, 431, 432, 433, 442,
        // settimeofday, clock_settime, adjtimex, clock_adjtime
        164, 227, 159, 305,
        // swapon, swapoff, reboot, sethostname, setdomainname, acct, quotactl
        167, 168, 169, 170, 171, 163, 179,
        // iopl, ioperm, init_module, delete_module, finit_module, kexec_load, kexec_file_load
        172, 173, 175, 176, 313, 246, 320,
        // add_key, request_key, keyctl, syslog, open_by_handle_at
        248, 249, 250, 103, 304,
        // bpf, perf_event_open, userfaultfd, io_uring_setup, io_uring_enter, io_uring_register
        321, 298, 323, 425, 426, 427,
    ]

    /// Instructions as <linux/filter.h> has them: code, two jumps, a value.
    private static func program(architecture: UInt32, calls: [UInt32]) -> [UInt8] {
        let (load, equals, atLeast, answer): (UInt16, UInt16, UInt16, UInt16) = (0x20, 0x15, 0x35, 0x06)
        let (allowed, refused): (UInt32, UInt32) = (0x7FFF_0000, 0x0005_0001)
        var bytes: [UInt8] = []
        func add(_ code: UInt16, _ value: UInt32, then: Int = 0, else other: Int = 0) {
            bytes += [UInt8(code & 0xFF), UInt8(code >> 8), UInt8(then), UInt8(other)]
            bytes += (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
        // Other architectures' calls have other numbers: they are refused, and so are those of the x32 interface.
        let count = calls.count
        add(load, 4)
        add(equals, architecture, else: count + 3)
        add(load, 0)
        add(atLeast, 0x4000_0000, then: count + 1)
        for (index, call) in calls.enumerated() { add(equals, call, then: count - index) }
        add(answer, allowed)
        add(answer, refused)
        return bytes
    }
}
