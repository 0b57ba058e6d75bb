using AvoidantGuide.Content.Links;
using AvoidantGuide.Content.Markup;

namespace AvoidantGuide.Content.Blocks;

internal static class FaqReader
{
    public static Draft? Read(Reading reading, FencedPart part)
    {
        part.Attributes.Allow(reading.File, id: false);
        var sections = SectionScanner.Read(reading, part, "\"faq\" holds questions, each a \"###\" heading with an id, and its answer below.");
        if (sections is { Count: 0 })
            reading.WrongParts(part, "\"faq\" holds no question: each is a \"###\" heading with an id.");
        var questions = (sections ?? []).Select(section =>
        {
            section.Heading.Attributes.Allow(reading.File, id: true);
            var attributes = section.Heading.Attributes with { Column = 1 };
            return (Section: section, Anchor: Reading.Anchor(attributes, attributes.RequireId(reading.File, "Each question"), section.Title.Text));
        }).ToList();
        if (questions.Exists(question => question.Anchor is null))
            return null;
        return new Draft(part.Line, questions.Sum(question => question.Section.Title.Words + question.Section.Words.Words), Finish)
        {
            Anchors = [.. questions.Select(question => question.Anchor!)],
        };

        Block Finish(Linker links) => new Faq([.. questions.Select(question =>
        {
            links.Pass(question.Anchor!);
            var (_, title, answer) = question.Section;
            return new Question(question.Anchor!.Id, title.Text, links.Html(answer), answer.Text);
        })]);
    }
}
