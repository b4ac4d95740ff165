using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;

namespace KnowledgeBase.Learners.Passkeys;

public sealed record PasskeyEntry(string Id, string Name, DateTimeOffset CreatedAt);

/// <summary>The passkeys of one account.</summary>
internal sealed class PasskeyRing(SignInManager<Learner> signIn)
{
    private const int Most = 20;
    private const int LongestName = 60;

    public async Task<IReadOnlyList<PasskeyEntry>> ListAsync(Learner learner) =>
        [.. (await signIn.UserManager.GetPasskeysAsync(learner)).OrderBy(passkey => passkey.CreatedAt)
            .Select(passkey => new PasskeyEntry(Base64Url.EncodeToString(passkey.CredentialId), passkey.Name ?? "", passkey.CreatedAt))];

    /// <summary>The second step of making one; false when the browser's answer does not fit what was asked of this learner.</summary>
    public async Task<bool> AddAsync(Learner learner, string credential, string name)
    {
        if ((await signIn.UserManager.GetPasskeysAsync(learner)).Count >= Most)
            return false;
        PasskeyAttestationResult made;
        try
        {
            made = await signIn.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // Never begun, or begun too long ago.
            return false;
        }
        if (!made.Succeeded || made.UserEntity.Id != learner.Id.ToString())
            return false;
        made.Passkey.Name = name.Length <= LongestName ? name : name[..LongestName];
        return (await signIn.UserManager.AddOrUpdatePasskeyAsync(learner, made.Passkey)).Succeeded;
    }

    public async Task RemoveAsync(Learner learner, string id)
    {
        if (Base64Url.IsValid(id))
            await signIn.UserManager.RemovePasskeyAsync(learner, Base64Url.DecodeFromChars(id));
    }
}
