using System.Globalization;
using System.Text;
using QRCoder;

namespace KnowledgeBase.Interviews.Rooms;

/// <summary>A QR code as the path of an SVG: one subpath for each run of dark modules.</summary>
public sealed record RoomQr(int Size, string Path)
{
    /// <summary>The white margin that readers need is part of it.</summary>
    public static RoomQr Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var modules = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < modules.Count; y++)
        {
            for (var x = 0; x < modules[y].Length; x++)
            {
                var start = x;
                while (x < modules[y].Length && modules[y][x])
                    x++;
                if (x > start)
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
            }
        }
        return new(modules.Count, path.ToString());
    }
}
