using KnowledgeBase.Learners;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Tests.Learners;

/// <summary>Counts the hashes that a sign-in costs.</summary>
public sealed class CountingSite : LearnersSite
{
    public List<int> Verified { get; } = [];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddScoped<IPasswordHasher<Learner>>(
            provider => new CountingHasher(provider.GetRequiredService<IOptions<PasswordHasherOptions>>(), Verified)));
    }

    private sealed class CountingHasher(IOptions<PasswordHasherOptions> options, List<int> verified) : PasswordHasher<Learner>(options)
    {
        private readonly int _iterations = options.Value.IterationCount;

        public override PasswordVerificationResult VerifyHashedPassword(Learner user, string hashedPassword, string providedPassword)
        {
            verified.Add(_iterations);
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}

/// <summary>A hash is nearly all of the time that a sign-in takes. Counted, not timed: a clock on a busy machine tells tales.</summary>
public class SignInTimeTests(CountingSite site) : IClassFixture<CountingSite>
{
    [Fact]
    public async Task Known_and_unknown_emails_cost_the_same_hashing()
    {
        await site.LearnerAsync("timed@example.com");
        var visitor = site.Visitor();

        var known = await HashesAsync(visitor, "timed@example.com");
        var unknown = await HashesAsync(visitor, "nobody@example.com");

        Assert.NotEmpty(known);
        Assert.Equal(known, unknown);
    }

    private async Task<int[]> HashesAsync(Visitor visitor, string email)
    {
        site.Verified.Clear();
        await visitor.SignInAsync(email, "not the password");
        return [.. site.Verified];
    }
}
