namespace KnowledgeBase.Shell;

/// <summary>
/// A cookie that scripts never see. Over HTTPS it bears the prefix by which a browser refuses it unless it is Secure and this
/// host's alone; over plain HTTP, a trial on localhost or in a LAN, the same without prefix and Secure, so that it works.
/// </summary>
internal sealed class HostCookie : CookieBuilder
{
    private readonly string _name;
    private readonly IHttpContextAccessor _context;

    public HostCookie(string name, IHttpContextAccessor context)
    {
        _name = name;
        _context = context;
        Path = "/";
        HttpOnly = true;
        IsEssential = true;
        // Strict would withhold it on the way in from a link elsewhere, and a visitor would get a second identity.
        SameSite = SameSiteMode.Lax;
        SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    /// <summary>Asked anew on every request, so that one process can serve both kinds.</summary>
    public override string? Name
    {
        get => _context.HttpContext?.Request.IsHttps == true ? "__Host-" + _name : _name;
        set => throw new NotSupportedException("The name follows the request.");
    }
}
