using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AvoidantGuide.Journal.Migrations.Postgres;

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
                Id = table.Column<Guid>(type: "uuid", nullable: false),
                Locator = table.Column<byte[]>(type: "bytea", nullable: false),
                WrappedKey = table.Column<byte[]>(type: "bytea", nullable: false),
                LastUsedMonth = table.Column<int>(type: "integer", nullable: false),
                MarkedOn = table.Column<DateOnly>(type: "date", nullable: true),
                Preferences = table.Column<byte[]>(type: "bytea", nullable: true),
                PreferencesRevision = table.Column<long>(type: "bigint", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Journals", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Ring",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "uuid", nullable: false),
                Sealed = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Ring", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Spent",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "uuid", nullable: false),
                Until = table.Column<DateOnly>(type: "date", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Spent", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Sweeps",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false),
                LastAt = table.Column<long>(type: "bigint", nullable: false),
                RestsUntil = table.Column<long>(type: "bigint", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Sweeps", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Entries",
            columns: table => new
            {
                JournalId = table.Column<Guid>(type: "uuid", nullable: false),
                Id = table.Column<Guid>(type: "uuid", nullable: false),
                Revision = table.Column<long>(type: "bigint", nullable: false),
                Head = table.Column<byte[]>(type: "bytea", nullable: false),
                Body = table.Column<byte[]>(type: "bytea", nullable: false)
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
                Id = table.Column<byte[]>(type: "bytea", nullable: false),
                JournalId = table.Column<Guid>(type: "uuid", nullable: false),
                WrappedKey = table.Column<byte[]>(type: "bytea", nullable: false),
                CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                ExpiresAt = table.Column<long>(type: "bigint", nullable: false),
                IdleSeconds = table.Column<long>(type: "bigint", nullable: false),
                SeenAt = table.Column<long>(type: "bigint", nullable: false)
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
            name: "Ring");

        migrationBuilder.DropTable(
            name: "Sessions");

        migrationBuilder.DropTable(
            name: "Spent");

        migrationBuilder.DropTable(
            name: "Sweeps");

        migrationBuilder.DropTable(
            name: "Journals");
    }
}
