namespace AvoidantGuide.Content.Yaml;

/// <summary>A YAML value with its place in the file. Anchors, aliases and tags never get this far.</summary>
internal abstract record YamlNode(int Line, int Column);

internal sealed record YamlText(int Line, int Column, string Value) : YamlNode(Line, Column);

internal sealed record YamlList(int Line, int Column, IReadOnlyList<YamlNode> Items) : YamlNode(Line, Column);

internal sealed record YamlMap(int Line, int Column, IReadOnlyList<YamlField> Fields) : YamlNode(Line, Column);

internal sealed record YamlField(YamlText Key, YamlNode Value);
