using KnowledgeBase.History;

namespace KnowledgeBase.Tests.History;

public class FormTests
{
    [Fact]
    public void Without_a_score_there_is_no_form() => Assert.Null(Form.Of([]));

    [Fact]
    public void A_few_scores_are_averaged_without_a_comparison() => Assert.Equal(new Form(2, .5, null), Form.Of([.75, .25]));

    [Fact]
    public void Ten_are_compared_with_the_ten_before()
    {
        var form = Form.Of([.. Enumerable.Repeat(.75, 10), .. Enumerable.Repeat(.5, 10), 0, 0, 0])!;

        Assert.Equal((10, .75, .25), (form.Counted, form.Average, form.Change));
    }

    [Fact]
    public void Fewer_than_ten_before_are_no_comparison() =>
        Assert.Null(Form.Of([.. Enumerable.Repeat(.75, 10), .. Enumerable.Repeat(.5, 9)])!.Change);
}
