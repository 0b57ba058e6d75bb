using Microsoft.AspNetCore.Components.Forms.Mapping;

namespace AvoidantGuide.Web.Components;

/// <summary>Components take nothing from forms: pages do. The framework's own mapper makes a converter for each type that a form might hold, and the first page would wait for it.</summary>
internal sealed class NoForms : IFormValueMapper
{
    public bool CanMap(Type valueType, string scopeName, string? formName) => false;

    public void Map(FormValueMappingContext context)
    {
        // Never asked.
    }
}
