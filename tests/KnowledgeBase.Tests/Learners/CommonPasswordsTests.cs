using KnowledgeBase.Learners;
using KnowledgeBase.Learners.Passwords;

namespace KnowledgeBase.Tests.Learners;

public class CommonPasswordsTests
{
    [Theory]
    [InlineData("password")]
    [InlineData("PassW0rd")]
    [InlineData("iloveyou")]
    [InlineData("1qaz2wsx")]
    [InlineData("zxcvbnm123")]
    [InlineData("princess2026!")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abcabcabcabc")]
    [InlineData("jihgfedcba")]
    [InlineData("12345678901234")]
    public void What_is_tried_first_is_common(string password) => Assert.True(CommonPasswords.Contains(password));

    [Theory]
    [InlineData("seven quiet herons")]
    [InlineData("pQ3!vbn0")]
    [InlineData("青花瓷上的鹭鸶")]
    [InlineData("princess with nine goats")]
    [InlineData("8305917264")]
    public void What_nobody_else_has_is_not(string password) => Assert.False(CommonPasswords.Contains(password));

    [Theory]
    [InlineData("lilei2026", true)]
    [InlineData("lilei and the seven herons", false)]
    public void A_word_everybody_would_try_needs_more_than_a_few_characters_beside_it(string password, bool common) =>
        Assert.Equal(common, CommonPasswords.Contains(password, "lilei"));
}

public class PersonalTextTests
{
    [Theory]
    [InlineData("  李\t雷  ", "李 雷")]
    [InlineData("Ann\u202Eexe", "Annexe")]
    [InlineData("a\r\nb", "a b")]
    [InlineData("\u200B\u0000", "")]
    public void A_name_is_one_visible_line(string typed, string kept) => Assert.Equal(kept, PersonalText.Name(typed));

    [Theory]
    [InlineData("a@b.example", null)]
    [InlineData("李雷@例子.公司", null)]
    [InlineData("a b@c.example", "EmailWrong")]
    [InlineData("a@b@c", "EmailWrong")]
    [InlineData("a", "EmailWrong")]
    [InlineData("", "EmailWrong")]
    [InlineData("a\n@b.example", "EmailWrong")]
    public void An_email_is_one_address(string email, string? problem) => Assert.Equal(problem, PersonalText.CheckEmail(email));

    [Theory]
    [InlineData("李雷", "李")]
    [InlineData("ann", "A")]
    [InlineData("👩‍🔬x", "👩‍🔬")]
    [InlineData("", "")]
    public void The_initial_is_the_first_letter_as_people_count(string name, string initial) => Assert.Equal(initial, PersonalText.Initial(name));
}
