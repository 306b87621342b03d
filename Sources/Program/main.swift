import JuheProgram

await JuheProgram.main()
