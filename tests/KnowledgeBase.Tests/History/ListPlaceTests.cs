using KnowledgeBase.History;

namespace KnowledgeBase.Tests.History;

public class ListPlaceTests
{
    [Fact]
    public void A_place_survives_the_address()
    {
        var place = new ListPlace(DateTimeOffset.FromUnixTimeMilliseconds(1_795_000_000_123), Guid.NewGuid());

        Assert.Equal(place, ListPlace.Parse(place.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("12")]
    [InlineData("12-34")]
    [InlineData("-12-00000000000000000000000000000000")]
    [InlineData("9223372036854775807-00000000000000000000000000000000")]
    [InlineData("1' OR 1=1-00000000000000000000000000000000")]
    public void Nonsense_is_no_place(string? text) => Assert.Null(ListPlace.Parse(text));
}
