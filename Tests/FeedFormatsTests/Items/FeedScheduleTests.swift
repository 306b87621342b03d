import JuheKit
import Testing

@testable import FeedFormats

@Suite("How a feed asks to be left alone")
struct FeedScheduleTests {
    private func rest(_ wish: String) throws -> Rest {
        let text = """
            <rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>公告</title>\(wish)
            <item><title>便民服务点增加</title></item></channel></rss>
            """
        return try FeedReader.read(Array(text.utf8)).schedule.rest
    }

    @Test(
        "A period divided by how often; a word that nobody knows asks for nothing",
        arguments: [
            ("", 0), ("<ttl>120</ttl>", 7_200), ("<ttl> 120 </ttl>", 7_200), ("<ttl>-5</ttl>", 0),
            ("<ttl>soon</ttl>", 0),
            ("<sy:updatePeriod>hourly</sy:updatePeriod>", 3_600),
            ("<sy:updatePeriod> Daily </sy:updatePeriod>", 86_400),
            ("<sy:updateFrequency>4</sy:updateFrequency>", 21_600),
            ("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>", 1_800),
            ("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>-2</sy:updateFrequency>", 3_600),
            ("<sy:updatePeriod>sometimes</sy:updatePeriod>", 0), ("<sy:updatePeriod>每天</sy:updatePeriod>", 0),
            ("<ttl>30</ttl><sy:updatePeriod>hourly</sy:updatePeriod>", 3_600),
        ] as [(String, Double)])
    func seconds(_ wish: String, _ seconds: Double) throws { #expect(try rest(wish).seconds == seconds) }

    @Test("Hours and days that are none, and a wish never to be asked, do not count")
    func skipped() throws {
        func hours(_ list: [String]) -> String {
            "<skipHours>" + list.map { "<hour>\($0)</hour>" }.joined() + "</skipHours>"
        }
        func days(_ list: [String]) -> String {
            "<skipDays>" + list.map { "<day>\($0)</day>" }.joined() + "</skipDays>"
        }
        #expect(try rest(hours(["8", "24", "99", "-1", "noon"])).hours == [0, 8])
        #expect(try rest(hours((0..<24).map(String.init))).hours.isEmpty)
        #expect(try rest(days(["Saturday", "sunday", "Holiday"])).days == [0, 6])
        let week = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        #expect(try rest(days(week)).days.isEmpty)
    }
}
