using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AvoidantGuide.Journal.Migrations.Sqlite;

/// <inheritdoc />
public partial class Initial : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "Journals",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                Locator = table.Column<byte[]>(type: "BLOB", nullable: false),
                WrappedKey = table.Column<byte[]>(type: "BLOB", nullable: false),
                LastUsedMonth = table.Column<int>(type: "INTEGER", nullable: false),
                MarkedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                Preferences = table.Column<byte[]>(type: "BLOB", nullable: true),
                PreferencesRevision = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Journals", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Sweeps",
            columns: table => new
            {
                Id = table.Column<int>(type: "INTEGER", nullable: false),
                LastAt = table.Column<long>(type: "INTEGER", nullable: false),
                RestsUntil = table.Column<long>(type: "INTEGER", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Sweeps", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Entries",
            columns: table => new
            {
                JournalId = table.Column<Guid>(type: "TEXT", nullable: false),
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                Revision = table.Column<long>(type: "INTEGER", nullable: false),
                Head = table.Column<byte[]>(type: "BLOB", nullable: false),
                Body = table.Column<byte[]>(type: "BLOB", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Entries", x => new { x.JournalId, x.Id });
                table.ForeignKey(
                    name: "FK_Entries_Journals_JournalId",
                    column: x => x.JournalId,
                    principalTable: "Journals",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "Sessions",
            columns: table => new
            {
                Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                JournalId = table.Column<Guid>(type: "TEXT", nullable: false),
                WrappedKey = table.Column<byte[]>(type: "BLOB", nullable: false),
                CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                IdleSeconds = table.Column<long>(type: "INTEGER", nullable: false),
                SeenAt = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Sessions", x => x.Id);
                table.ForeignKey(
                    name: "FK_Sessions_Journals_JournalId",
                    column: x => x.JournalId,
                    principalTable: "Journals",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex(
            name: "IX_Journals_LastUsedMonth",
            table: "Journals",
            column: "LastUsedMonth");

        migrationBuilder.CreateIndex(
            name: "IX_Journals_Locator",
            table: "Journals",
            column: "Locator",
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_Sessions_ExpiresAt",
            table: "Sessions",
            column: "ExpiresAt");

        migrationBuilder.CreateIndex(
            name: "IX_Sessions_JournalId",
            table: "Sessions",
            column: "JournalId");
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(
            name: "Entries");

        migrationBuilder.DropTable(
            name: "Sessions");

        migrationBuilder.DropTable(
            name: "Sweeps");

        migrationBuilder.DropTable(
            name: "Journals");
    }
}
