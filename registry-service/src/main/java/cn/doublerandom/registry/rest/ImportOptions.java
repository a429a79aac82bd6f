package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.application.ImportWish;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** How a file is to be taken. */
public class ImportOptions {
  @QueryParam("dryRun")
  @DefaultValue("false")
  @Parameter(
      description =
          "read and judge every row, store nothing; what would be refused whole is refused here too")
  boolean dryRun;

  @QueryParam("skipBad")
  @DefaultValue("false")
  @Parameter(description = "take the good rows of a file with faults; otherwise all rows or none")
  boolean skipBad;

  ImportWish wish() {
    return new ImportWish(dryRun, skipBad);
  }
}
