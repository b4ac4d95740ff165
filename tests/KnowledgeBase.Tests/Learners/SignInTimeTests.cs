using System.Diagnostics;

namespace KnowledgeBase.Tests.Learners;

/// <summary>Hashes passwords as in earnest.</summary>
public sealed class EarnestSite : LearnersSite
{
    protected override int Iterations => 210_000;
}

public class SignInTimeTests(EarnestSite site) : IClassFixture<EarnestSite>
{
    [Fact]
    public async Task Known_and_unknown_emails_take_the_same_time()
    {
        await site.LearnerAsync("timed@example.com");
        var visitor = site.Visitor();
        await visitor.SignInAsync("warm-up@example.com", "not the password");
        var (known, unknown) = (new List<double>(), new List<double>());

        for (var i = 0; i < 4; i++)
        {
            known.Add(await TimeAsync(visitor, "timed@example.com"));
            unknown.Add(await TimeAsync(visitor, $"nobody{i}@example.com"));
        }

        // Without the decoy hash an unknown email is answered dozens of times faster.
        Assert.InRange(unknown.Min() / known.Min(), 0.4, 2.5);
    }

    private static async Task<double> TimeAsync(Visitor visitor, string email)
    {
        var page = await visitor.OpenAsync("/zh/account/sign-in");
        var start = Stopwatch.GetTimestamp();
        await visitor.SubmitAsync(page, "/zh/account/sign-in", "sign-in", ("email", email), ("password", "not the password"));
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
