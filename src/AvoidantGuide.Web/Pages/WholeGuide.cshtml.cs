using AvoidantGuide.Content;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AvoidantGuide.Web.Pages;

/// <summary>The guide's pages one after the other.</summary>
public sealed class WholeGuideModel(Guide guide) : PageModel
{
    public Guide Guide => guide;
}
