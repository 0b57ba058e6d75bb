using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AvoidantGuide.Journal.Migrations.Sqlite;

/// <inheritdoc />
public partial class SpentForms : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "Spent",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                Until = table.Column<DateOnly>(type: "TEXT", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Spent", x => x.Id);
            });
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(
            name: "Spent");
    }
}
