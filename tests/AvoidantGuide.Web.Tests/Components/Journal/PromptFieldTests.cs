using AvoidantGuide.Content;
using AvoidantGuide.Web.Components.Journal;
using Bunit;

namespace AvoidantGuide.Web.Tests.Components.Journal;

public sealed class PromptFieldTests : BunitContext
{
    public static TheoryData<PromptKind> Asking => [.. Enum.GetValues<PromptKind>().Where(kind => kind != PromptKind.Pause)];

    public static TheoryData<PromptKind> TextLike => [PromptKind.Text, PromptKind.Person, PromptKind.Sealed, PromptKind.Complete, PromptKind.When];

    [Theory]
    [MemberData(nameof(TextLike))]
    public void Text_is_named_after_its_prompt_labelled_and_comes_back_as_it_was(PromptKind kind)
    {
        const string Written = "2026-11-22T21:40";
        var field = Show(kind, new PromptInput([], Written, null)).Find("[name='text-want']");

        Assert.Equal("text-want", field.Id);
        Assert.StartsWith("What do you want? <b>a & b</b>", Show(kind).Find("label[for='text-want'] .question").TextContent, StringComparison.Ordinal);
        Assert.Equal(Written, field.TagName == "TEXTAREA" ? field.TextContent : field.GetAttribute("value"));
    }

    [Fact]
    public void A_line_break_at_the_start_and_markup_survive_in_a_text_area() =>
        Assert.Equal(
            "\nfirst </textarea> & last",
            Show(PromptKind.Text, new PromptInput([], "\nfirst </textarea> & last", null)).Find("textarea").TextContent);

    [Theory]
    [InlineData(false, "false")]
    [InlineData(true, "true")]
    public void Nothing_written_is_sent_to_a_spell_checker_unless_wished(bool wished, string attribute)
    {
        PromptKind[] kinds = [PromptKind.Text, PromptKind.Sealed, PromptKind.Person, PromptKind.Complete, PromptKind.OneOf, PromptKind.AnyOf];
        foreach (var field in kinds.SelectMany(kind => Show(kind, spellcheck: wished).FindAll("textarea, input[type=text]")))
        {
            Assert.Equal(attribute, field.GetAttribute("spellcheck"));
            Assert.Equal("off", field.GetAttribute("autocomplete"));
            Assert.Equal("sentences", field.GetAttribute("autocapitalize"));
            Assert.False(field.HasAttribute("maxlength"));
        }
    }

    [Theory]
    [InlineData(PromptKind.OneOf, "radio")]
    [InlineData(PromptKind.AnyOf, "checkbox")]
    public void Choices_are_named_after_their_prompt_and_the_chosen_are_ticked(PromptKind kind, string type)
    {
        var field = Show(kind, new PromptInput(["gone-off"], "", null));
        var inputs = field.FindAll("[name='choice-want']");

        Assert.All(inputs, input => Assert.Equal(type, input.GetAttribute("type")));
        Assert.Equal(["send", "gone-off", "other", "cant-tell"], inputs.Select(input => input.GetAttribute("value")));
        Assert.Equal("gone-off", Assert.Single(field.FindAll("[checked]")).GetAttribute("value"));
        Assert.Equal("Send it <b>a & b</b>", field.FindAll("label.choice")[0].TextContent.Trim());
        Assert.Equal("I have gone off them", Assert.Single(field.FindAll(".own")).TextContent);
        Assert.StartsWith("What do you want?", field.Find("fieldset > legend").TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void Something_else_has_a_labelled_field_of_its_own()
    {
        var field = Show(PromptKind.OneOf, new PromptInput(["other"], "a <walk>", null));

        Assert.Equal("a <walk>", field.Find("input[name='text-want']").GetAttribute("value"));
        Assert.Equal("If something else, what?", field.Find("label[for='text-want']").TextContent);
    }

    [Fact]
    public void A_scale_offers_0_to_10_and_not_knowing_and_starts_with_nothing_chosen()
    {
        var ratings = Show(PromptKind.Scale).FindAll("input[type=radio][name='rating-want']").Select(input => input.GetAttribute("value"));

        Assert.Equal([.. Enumerable.Range(0, 11).Select(step => $"{step}"), "cant-tell"], ratings);
        Assert.Empty(Show(PromptKind.Scale).FindAll("[checked]"));
        Assert.Equal("7", Show(PromptKind.Scale, new PromptInput([], "", "7")).Find("[checked]").GetAttribute("value"));
    }

    [Fact]
    public void A_pause_asks_nothing() => Assert.Empty(Show(PromptKind.Pause).FindAll("input, textarea, label, .optional"));

    [Theory]
    [InlineData(PromptKind.When, "input[type='datetime-local']")]
    [InlineData(PromptKind.Sealed, "textarea")]
    [InlineData(PromptKind.Complete, "input[type=text]")]
    public void Each_kind_has_the_control_that_fits(PromptKind kind, string control) => Assert.Single(Show(kind).FindAll(control));

    [Fact]
    public void A_person_is_named_by_a_word_that_only_the_writer_understands() =>
        Assert.Equal("A name only you understand.", Show(PromptKind.Person).Find("#help-want").TextContent);

    [Fact]
    public void People_who_were_named_before_are_choices_and_so_is_someone_else()
    {
        var prompt = Samples.Prompt(PromptKind.Person) with { Choices = [new Choice("p1", "K", null), Choice.Other] };
        var field = Render<PromptField>(p => p.Add(c => c.Prompt, prompt).Add(c => c.Value, new PromptInput(["p1"], "", null)));

        Assert.Equal(["K", "Someone else"], field.FindAll("label.choice").Select(label => label.TextContent.Trim()));
        Assert.Equal("p1", field.Find("input[type=radio][checked]").GetAttribute("value"));
        Assert.NotNull(field.Find("input[type=text][name='text-want']"));
    }

    [Theory]
    [MemberData(nameof(Asking))]
    public void What_is_not_needed_says_that_it_can_stay_empty(PromptKind kind)
    {
        Assert.EndsWith(" (can stay empty)", Show(kind).Find("legend, label").TextContent.TrimEnd(), StringComparison.Ordinal);
        Assert.DoesNotContain("can stay empty", Show(kind, needed: true).Markup, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Asking))]
    public void Help_and_error_are_linked_to_the_control_and_the_control_is_marked_invalid(PromptKind kind)
    {
        var field = Show(kind, help: "A line <x>.", error: "Please choose <y>.");
        var described = Assert.Single(field.FindAll("[aria-describedby]"));

        Assert.Equal("help-want error-want", described.GetAttribute("aria-describedby"));
        Assert.StartsWith("A line <x>.", field.Find("#help-want").TextContent, StringComparison.Ordinal);
        Assert.Equal("Please choose <y>.", field.Find("#error-want").TextContent);
        Assert.NotEmpty(field.FindAll("[aria-invalid=true]"));
    }

    [Theory]
    [MemberData(nameof(Asking))]
    public void Without_an_error_nothing_is_marked_or_linked_to_what_is_not_there(PromptKind kind)
    {
        var field = Show(kind);

        Assert.Empty(field.FindAll("[aria-invalid], .problem"));
        Assert.All(
            field.FindAll("[aria-describedby]"),
            element => Assert.NotNull(field.Find($"#{element.GetAttribute("aria-describedby")}")));
    }

    private IRenderedComponent<PromptField> Show(
        PromptKind kind, PromptInput? value = null, bool needed = false, string? help = null, string? error = null, bool spellcheck = false) =>
        Render<PromptField>(p => p
            .Add(c => c.Prompt, Samples.Prompt(kind, needed, help))
            .Add(c => c.Value, value ?? PromptInput.Empty)
            .Add(c => c.Error, error)
            .Add(c => c.Spellcheck, spellcheck));
}
