using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Content.Sources;
using YamlDotNet.RepresentationModel;

namespace KnowledgeBase.Questions;

/// <summary>A question's identity in time: over what its source says, not over how the YAML is laid out.</summary>
internal static class QuestionHash
{
    /// <summary>Raise it when every question should get a new version, because what is made of the same source must change.</summary>
    private const string Format = "1";

    /// <summary>It says why the answer is right and nothing that anybody is asked.</summary>
    private static readonly YamlScalarNode Proof = new("proof");

    public static string Of(Fields fields)
    {
        var text = new StringBuilder(Format);
        Append(text, new YamlMappingNode(((YamlMappingNode)fields.Root).Children.Where(entry => !entry.Key.Equals(Proof))));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    // Lengths before texts, so that no two different trees give the same characters.
    private static void Append(StringBuilder text, YamlNode node)
    {
        switch (node)
        {
            case YamlScalarNode scalar:
                var value = (scalar.Value ?? "").Trim();
                text.Append('s').Append(value.Length).Append(':').Append(value);
                break;
            case YamlSequenceNode list:
                text.Append('[').Append(list.Children.Count);
                foreach (var item in list)
                    Append(text, item);
                break;
            case YamlMappingNode map:
                text.Append('{').Append(map.Children.Count);
                foreach (var (key, item) in map.Children.OrderBy(entry => entry.Key.ToString(), StringComparer.Ordinal))
                {
                    Append(text, key);
                    Append(text, item);
                }
                break;
        }
    }
}
