using Microsoft.AspNetCore.Components;

namespace AvoidantGuide.Web.Components;

/// <summary>
/// Components have parameters and no services, so they are made as they are. The framework would compile an expression for
/// each kind of them first, and the first page would wait for some forty.
/// </summary>
internal sealed class PlainActivator : IComponentActivator
{
    public IComponent CreateInstance(Type componentType) => (IComponent)Activator.CreateInstance(componentType)!;
}
