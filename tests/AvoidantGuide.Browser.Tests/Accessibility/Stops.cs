using System.Text.Json;

namespace AvoidantGuide.Browser.Tests.Accessibility;

/// <summary>Where the Tab key stops on a page, and what is wrong with that.</summary>
internal static class Stops
{
    /// <summary>A date is several stops.</summary>
    private const int MostOfOne = 6;

    /// <summary>Everything that can be seen and used. Of the radio buttons of one name the Tab key reaches one; arrows reach the others.</summary>
    private const string Collect = """
        () => {
          const reached = radio => {
            const group = [...document.querySelectorAll(`input[type=radio][name="${radio.name}"]`)].filter(other => other.form === radio.form);
            return radio === (group.find(other => other.checked) ?? group[0]);
          };
          window.stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
            .filter(control => control.type !== 'hidden' && !control.disabled && control.checkVisibility())
            .filter(control => control.type !== 'radio' || reached(control));
          document.activeElement.blur();
          return window.stops.map(control => (control.labels?.[0] ?? control).textContent.trim() || control.outerHTML.slice(0, 80));
        }
        """;

    private const string Look = """
        () => {
          const here = document.activeElement;
          const style = getComputedStyle(here);
          const box = here.getClientRects()[0];
          const hit = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
          return {
            number: window.stops.indexOf(here),
            // The button in a date is the browser's own, and so is the ring around it.
            outlined: !here.matches(':focus') || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2),
            seen: here === hit || here.contains(hit) || here.closest('label')?.contains(hit) === true,
          };
        }
        """;

    /// <summary>Presses Tab through the whole page; answers with each control that is not reached, or is reached unseen.</summary>
    public static async Task<IReadOnlyList<string>> WrongAsync(Visitor visitor)
    {
        var names = await visitor.Page.EvaluateAsync<string[]>(Collect);
        Assert.NotEmpty(names);
        var reached = new HashSet<int>();
        var wrong = new HashSet<string>();
        for (var press = 0; press < names.Length + (MostOfOne * 3) && reached.Count < names.Length; press++)
        {
            await visitor.Page.Keyboard.PressAsync("Tab");
            var look = await visitor.Page.EvaluateAsync<JsonElement>(Look);
            var number = look.GetProperty("number").GetInt32();
            if (number < 0) continue;
            reached.Add(number);
            if (!look.GetProperty("outlined").GetBoolean()) wrong.Add($"No focus is seen on \"{names[number]}\".");
            if (!look.GetProperty("seen").GetBoolean()) wrong.Add($"\"{names[number]}\" is covered, or not on the screen, when it is reached.");
        }

        return [.. wrong, .. names.Where((_, number) => !reached.Contains(number)).Select(name => $"\"{name}\" is not reached.")];
    }
}
