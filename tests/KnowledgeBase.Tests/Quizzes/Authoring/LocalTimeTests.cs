using KnowledgeBase.Quizzes.Authoring;

namespace KnowledgeBase.Tests.Quizzes.Authoring;

public class LocalTimeTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Fact]
    public void A_local_time_is_read_in_its_zone_in_summer_and_winter()
    {
        Assert.Equal(new DateTimeOffset(2026, 7, 1, 8, 0, 0, TimeSpan.Zero), LocalTime.Read("2026-07-01T10:00", Berlin));
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero), LocalTime.Read("2026-12-01T10:00", Berlin));
        Assert.Equal("2026-07-01T10:00", LocalTime.Write(LocalTime.Read("2026-07-01T10:00", Berlin), Berlin));
    }

    [Fact]
    public void An_hour_that_summer_time_skips_is_no_time() => Assert.Null(LocalTime.Read("2026-03-29T02:30", Berlin));

    [Theory]
    [InlineData("")]
    [InlineData("2026-13-01T10:00")]
    [InlineData("0001-01-01T00:00")]
    [InlineData("9999-12-31T23:59")]
    [InlineData("10:00")]
    public void What_is_no_time_is_not_taken_for_one(string text) => Assert.Null(LocalTime.Read(text, Berlin));

    [Fact]
    public void A_zone_is_named_with_its_distance_from_UTC()
    {
        Assert.Equal("Europe/Berlin (UTC+02:00)", LocalTime.Name(Berlin, new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal("UTC", LocalTime.Name(TimeZoneInfo.Utc, default));
    }
}
