namespace KnowledgeBase.Interviews.Rooms;

/// <summary>What has changed in a room. It says where to look, never what: the database is the truth.</summary>
internal enum RoomNews
{
    /// <summary>Everybody must hear of it at once.</summary>
    Phase,

    /// <summary>Somebody came or went, or the door was locked.</summary>
    People,
    Answers,
}

/// <summary>Tells every server that a room has changed. News may be lost; whoever listens also looks now and then.</summary>
internal interface IRoomSignal
{
    /// <summary>Never fails: what was changed is stored already.</summary>
    ValueTask SendAsync(Guid room, RoomNews news);

    /// <summary>The one listener of this process.</summary>
    void Listen(Action<Guid, RoomNews> heard);
}
