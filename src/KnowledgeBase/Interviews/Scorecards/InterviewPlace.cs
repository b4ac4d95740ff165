namespace KnowledgeBase.Interviews.Scorecards;

/// <summary>As what somebody finds a session in their list.</summary>
public enum InterviewPlace
{
    Owner,
    Interviewer,
    Candidate,
    Self,
}
