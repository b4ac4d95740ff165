using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KnowledgeBase.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class QuizzesInDepth : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "Authored",
                table: "Papers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Rules",
                table: "Papers",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<int>(
                name: "Number",
                table: "Attempts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<Guid>(
                name: "RetryOf",
                table: "Attempts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Rules",
                table: "Attempts",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<long>(
                name: "CheckedAt",
                table: "AttemptItems",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Seconds",
                table: "AttemptItems",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Confidence",
                table: "Answers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "CardGrades",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LearnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    QuestionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Grade = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    StabilityBefore = table.Column<double>(type: "REAL", nullable: true),
                    DifficultyBefore = table.Column<double>(type: "REAL", nullable: true),
                    ReviewedBefore = table.Column<long>(type: "INTEGER", nullable: true),
                    DueBefore = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CardGrades", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CardGrades_Learners_LearnerId",
                        column: x => x.LearnerId,
                        principalTable: "Learners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CardGrades_Questions_QuestionId",
                        column: x => x.QuestionId,
                        principalTable: "Questions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Cards",
                columns: table => new
                {
                    LearnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    QuestionId = table.Column<int>(type: "INTEGER", nullable: false),
                    LastMark = table.Column<double>(type: "REAL", nullable: false),
                    LastSeenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RightInARow = table.Column<int>(type: "INTEGER", nullable: false),
                    IsWrong = table.Column<bool>(type: "INTEGER", nullable: false),
                    Stability = table.Column<double>(type: "REAL", nullable: true),
                    Difficulty = table.Column<double>(type: "REAL", nullable: true),
                    ReviewedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Cards", x => new { x.LearnerId, x.QuestionId });
                    table.ForeignKey(
                        name: "FK_Cards_Learners_LearnerId",
                        column: x => x.LearnerId,
                        principalTable: "Learners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Cards_Questions_QuestionId",
                        column: x => x.QuestionId,
                        principalTable: "Questions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PaperOverrides",
                columns: table => new
                {
                    PaperKey = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    LearnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Multiplier = table.Column<double>(type: "REAL", nullable: true),
                    MostAttempts = table.Column<int>(type: "INTEGER", nullable: true),
                    OpensAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ClosesAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaperOverrides", x => new { x.PaperKey, x.LearnerId });
                    table.ForeignKey(
                        name: "FK_PaperOverrides_Learners_LearnerId",
                        column: x => x.LearnerId,
                        principalTable: "Learners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PaperOverrides_Papers_PaperKey",
                        column: x => x.PaperKey,
                        principalTable: "Papers",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PaperStatistics",
                columns: table => new
                {
                    PaperKey = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Attempts = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    ComputedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Figures = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaperStatistics", x => new { x.PaperKey, x.Attempts });
                    table.ForeignKey(
                        name: "FK_PaperStatistics_Papers_PaperKey",
                        column: x => x.PaperKey,
                        principalTable: "Papers",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "QuestionBookmarks",
                columns: table => new
                {
                    LearnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    QuestionId = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionBookmarks", x => new { x.LearnerId, x.QuestionId });
                    table.ForeignKey(
                        name: "FK_QuestionBookmarks_Learners_LearnerId",
                        column: x => x.LearnerId,
                        principalTable: "Learners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_QuestionBookmarks_Questions_QuestionId",
                        column: x => x.QuestionId,
                        principalTable: "Questions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Regrades",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    QuestionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Regrades", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Regrades_Learners_By",
                        column: x => x.By,
                        principalTable: "Learners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Regrades_Questions_QuestionId",
                        column: x => x.QuestionId,
                        principalTable: "Questions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReviewPlans",
                columns: table => new
                {
                    LearnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DailyCap = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewPlans", x => x.LearnerId);
                    table.ForeignKey(
                        name: "FK_ReviewPlans_Learners_LearnerId",
                        column: x => x.LearnerId,
                        principalTable: "Learners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RegradedMarks",
                columns: table => new
                {
                    RegradeId = table.Column<int>(type: "INTEGER", nullable: false),
                    AttemptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Before = table.Column<double>(type: "REAL", nullable: false),
                    After = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegradedMarks", x => new { x.RegradeId, x.AttemptId, x.Position });
                    table.ForeignKey(
                        name: "FK_RegradedMarks_AttemptItems_AttemptId_Position",
                        columns: x => new { x.AttemptId, x.Position },
                        principalTable: "AttemptItems",
                        principalColumns: new[] { "AttemptId", "Position" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_RegradedMarks_Regrades_RegradeId",
                        column: x => x.RegradeId,
                        principalTable: "Regrades",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Attempts_PaperKey_Number_ClosedAt",
                table: "Attempts",
                columns: new[] { "PaperKey", "Number", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CardGrades_LearnerId_At",
                table: "CardGrades",
                columns: new[] { "LearnerId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_CardGrades_QuestionId",
                table: "CardGrades",
                column: "QuestionId");

            migrationBuilder.CreateIndex(
                name: "IX_Cards_LearnerId_DueAt",
                table: "Cards",
                columns: new[] { "LearnerId", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Cards_QuestionId",
                table: "Cards",
                column: "QuestionId");

            migrationBuilder.CreateIndex(
                name: "IX_PaperOverrides_LearnerId",
                table: "PaperOverrides",
                column: "LearnerId");

            migrationBuilder.CreateIndex(
                name: "IX_QuestionBookmarks_QuestionId",
                table: "QuestionBookmarks",
                column: "QuestionId");

            migrationBuilder.CreateIndex(
                name: "IX_RegradedMarks_AttemptId_Position",
                table: "RegradedMarks",
                columns: new[] { "AttemptId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_Regrades_By",
                table: "Regrades",
                column: "By");

            migrationBuilder.CreateIndex(
                name: "IX_Regrades_QuestionId",
                table: "Regrades",
                column: "QuestionId");

            // What people have sat so far gets its numbers: 1 is somebody's first of a paper in a mode.
            migrationBuilder.Sql("""
                UPDATE "Attempts" SET "Number" = (
                    SELECT count(*) FROM "Attempts" AS "Earlier"
                    WHERE "Earlier"."LearnerId" = "Attempts"."LearnerId" AND "Earlier"."PaperKey" = "Attempts"."PaperKey" AND "Earlier"."Mode" = "Attempts"."Mode"
                      AND ("Earlier"."StartedAt", "Earlier"."Id") <= ("Attempts"."StartedAt", "Attempts"."Id"))
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CardGrades");

            migrationBuilder.DropTable(
                name: "Cards");

            migrationBuilder.DropTable(
                name: "PaperOverrides");

            migrationBuilder.DropTable(
                name: "PaperStatistics");

            migrationBuilder.DropTable(
                name: "QuestionBookmarks");

            migrationBuilder.DropTable(
                name: "RegradedMarks");

            migrationBuilder.DropTable(
                name: "ReviewPlans");

            migrationBuilder.DropTable(
                name: "Regrades");

            migrationBuilder.DropIndex(
                name: "IX_Attempts_PaperKey_Number_ClosedAt",
                table: "Attempts");

            migrationBuilder.DropColumn(
                name: "Authored",
                table: "Papers");

            migrationBuilder.DropColumn(
                name: "Rules",
                table: "Papers");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "Attempts");

            migrationBuilder.DropColumn(
                name: "RetryOf",
                table: "Attempts");

            migrationBuilder.DropColumn(
                name: "Rules",
                table: "Attempts");

            migrationBuilder.DropColumn(
                name: "CheckedAt",
                table: "AttemptItems");

            migrationBuilder.DropColumn(
                name: "Seconds",
                table: "AttemptItems");

            migrationBuilder.DropColumn(
                name: "Confidence",
                table: "Answers");
        }
    }
}
