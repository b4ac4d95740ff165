using System.Net;
using System.Text.Json;
using KnowledgeBase.Tests.Quizzes;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Tests.Interviews.Rooms;

/// <summary>A real process, killed in the middle of a question: nobody loses a score, and the room goes on.</summary>
public sealed class RoomKilledTests : IDisposable
{
    private const string Email = "host@example.org";
    private const int People = 12;

    private readonly ServerProcess _server = new(("Admin__Email", Email), ("Admin__Password", RoomPeople.Password));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task No_acknowledged_answer_is_lost_when_the_server_is_killed_and_the_room_goes_on()
    {
        await _server.StartAsync(Cancellation);
        var host = await RoomPeople.SignInAsync(_server.Browser(), Email);
        var code = await host.OpenAsync("section-tiny-section", seconds: 300);
        var members = new List<Visitor>();
        for (var i = 0; i < People; i++)
            members.Add(await RoomPeople.JoinAsync(_server.Browser(), code, $"Member {i}"));
        await host.PressAsync(code, "start");

        var acknowledged = 0;
        var early = members.Take(People / 2).Select(async member =>
        {
            if ((await member.AnswerAsync(code, 1, "a")).StatusCode == HttpStatusCode.OK)
                Interlocked.Increment(ref acknowledged);
        }).ToList();
        await Task.WhenAll(early);
        // Killed while the others send theirs: each of those is acknowledged and there, or sent again.
        var others = members.Skip(People / 2).Select(member => TryAsync(member, code)).ToList();
        await Task.WhenAny(others);
        _server.Kill();
        var told = await Task.WhenAll(others);
        Assert.Equal(People / 2, acknowledged);

        await _server.StartAsync(Cancellation);
        Assert.InRange(await StoredAsync(), acknowledged + told.Count(one => one), People);
        foreach (var member in members)
        {
            await member.PageAsync($"/zh/interviews/{code}");
            Assert.Equal(HttpStatusCode.OK, (await member.AnswerAsync(code, 1, "a")).StatusCode);
        }
        Assert.Equal(People, await StoredAsync());
        await using var phone = await RoomStream.OpenAsync(members[0].Browser, $"/zh/interviews/{code}/events");
        await phone.HearsAsync("data-key=\"Asking-1\"");
        await host.PressAsync(code, "reveal");
        await phone.HearsAsync("data-key=\"Revealed-1\"");
        await host.PressAsync(code, "next");
        await phone.HearsAsync("data-key=\"Asking-2\"");
        foreach (var member in members)
            Assert.Contains("1000", await member.PageAsync($"/zh/interviews/{code}"), StringComparison.Ordinal);
    }

    private static async Task<bool> TryAsync(Visitor member, string code)
    {
        try
        {
            return (await member.AnswerAsync(code, 1, "a")).StatusCode == HttpStatusCode.OK;
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException or JsonException)
        {
            return false;
        }
    }

    private async Task<int> StoredAsync()
    {
        await using var connection = new SqliteConnection(_server.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT COUNT(*) FROM "RoomAnswers" WHERE "Points" = 1000""";
        return Convert.ToInt32(await command.ExecuteScalarAsync(Cancellation), System.Globalization.CultureInfo.InvariantCulture);
    }
}
