using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AvoidantGuide.Web.Components;

/// <summary>
/// A component in a page: <c>&lt;component type="typeof(TenWords)" param-Words="…" /&gt;</c>. The framework's own tag also prepares components that go on in
/// the browser and forms that are theirs, of which there are none here, at every start.
/// </summary>
[HtmlTargetElement("component", Attributes = "type", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ComponentTag(HtmlRenderer renderer) : TagHelper
{
    [HtmlAttributeName("type")]
    public Type Type { get; set; } = null!;

    [HtmlAttributeName("params", DictionaryAttributePrefix = "param-")]
    public IDictionary<string, object?> Parameters { get; set; } = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync(Type, ParameterView.FromDictionary(Parameters))).ToHtmlString()));
    }
}
