using System.Text;
using System.Text.Encodings.Web;
using KnowledgeBase.Content;

namespace KnowledgeBase.Operations;

/// <summary>What an author sees instead of the site while the content is broken. Development only, so in English only.</summary>
internal static class ProblemPage
{
    public static async Task WriteAsync(HttpContext context, Problems problems)
    {
        var encoder = HtmlEncoder.Default;
        var html = new StringBuilder("""
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>The content has problems</title></head>
            <body style="font: 16px/1.6 system-ui, sans-serif; color-scheme: light dark; max-width: 60rem; margin: 2rem auto; padding: 0 1rem">
            <h1 style="font-size: 1.4rem">The content has problems</h1>
            <p>Nothing of it was imported. Mend them, save, and load this page again.</p>
            <ol>
            """);
        foreach (var problem in problems.Errors)
        {
            html.Append("<li style=\"margin-bottom: .6rem\"><code style=\"font-size: .9rem; overflow-wrap: anywhere\">")
                .Append(encoder.Encode($"{problem.File}:{problem.Line}")).Append("</code><br>")
                .Append(encoder.Encode(problem.Message)).Append("</li>");
        }
        html.Append("</ol></body></html>");

        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.WriteAsync(html.ToString(), context.RequestAborted);
    }
}
