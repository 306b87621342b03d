// A program that carries the runtime in it has to name what of it the libraries behind it use.
import Foundation
import JuheProgram
import Synchronization

await JuheProgram.main()
