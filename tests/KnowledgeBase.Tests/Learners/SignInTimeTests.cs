using KnowledgeBase.Learners;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Tests.Learners;

/// <summary>Notes what each password check costs.</summary>
public sealed class NotingSite : LearnersSite
{
    internal List<string> Costs { get; } = [];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddScoped<IPasswordHasher<Learner>>(provider =>
            new NotingHasher(provider.GetRequiredService<IOptions<PasswordHasherOptions>>(), Costs)));
    }

    private sealed class NotingHasher(IOptions<PasswordHasherOptions> options, List<string> costs) : PasswordHasher<Learner>(options)
    {
        public override PasswordVerificationResult VerifyHashedPassword(Learner user, string hashedPassword, string providedPassword)
        {
            // A hash begins with its format, function, iterations and salt size: all that its cost depends on.
            costs.Add(Convert.ToHexString(Convert.FromBase64String(hashedPassword), 0, 13));
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}

/// <summary>A hash is nearly all of the time that a sign-in takes. Counted, not timed: a clock on a busy machine tells tales.</summary>
public class SignInTimeTests(NotingSite site) : IClassFixture<NotingSite>
{
    [Fact]
    public async Task Whoever_is_asked_for_one_hash_of_one_cost_is_checked()
    {
        await site.LearnerAsync("plain@example.com");
        await site.LearnerAsync("paused@example.com");
        await site.LearnerAsync("disabled@example.com");
        await using (var db = await site.OpenDatabaseAsync())
        {
            await LockAsync(db.Set<Learner>().Where(learner => learner.Email == "paused@example.com"), site.Clock.GetUtcNow().AddMinutes(5));
            await LockAsync(db.Set<Learner>().Where(learner => learner.Email == "disabled@example.com"), DateTimeOffset.MaxValue);
        }
        site.Costs.Clear();

        foreach (var name in (string[])["plain", "paused", "disabled", "unknown"])
            await site.Visitor().SignInAsync($"{name}@example.com", "not the password");

        Assert.Equal(4, site.Costs.Count);
        Assert.Single(site.Costs.Distinct(StringComparer.Ordinal));
    }

    private static Task<int> LockAsync(IQueryable<Learner> learners, DateTimeOffset? until) =>
        learners.ExecuteUpdateAsync(set => set.SetProperty(learner => learner.LockoutEnd, until));
}
