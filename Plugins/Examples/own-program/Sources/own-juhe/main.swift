import JuheProgram

await JuheProgram.main(sources: [Greeting.self], enrichers: [Salutation.self])
