/// What sites write for 来源 where a text is their own: it names nobody, whatever page or bulletin shows it.
package enum OwnOrigin {
    /// The words, without spaces.
    package static let words: Set<String> = [
        "本站", "本网", "本网站", "原创", "本站原创", "本网原创", "网站原创", "本单位", "本部门", "本局", "本院", "本校", "本中心",
    ]
}
