namespace KnowledgeBase.Shell;

/// <summary>A small request body. Read by hand, so that the limit holds for chunked ones too and the answer to a broken one is ours.</summary>
internal static class LimitedBody
{
    /// <summary>Null if there is more than so many bytes.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int most)
    {
        var buffer = new byte[most + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        return length > most ? null : buffer[..length];
    }
}
