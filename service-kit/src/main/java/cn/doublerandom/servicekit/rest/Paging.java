package cn.doublerandom.servicekit.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The two query parameters of every list. */
public class Paging {
  private static final int MAX_CURSOR_LENGTH = 400;

  @QueryParam("after")
  @DefaultValue("")
  @Size(max = MAX_CURSOR_LENGTH)
  @Parameter(description = "next of the page before; absent for the first page")
  String after = "";

  @QueryParam("limit")
  @DefaultValue("50")
  @Min(1)
  @Max(Page.MAX_LIMIT)
  @Parameter(description = "most items on the page, 1 to 500")
  int limit = Page.DEFAULT_LIMIT;

  public String afterKey() {
    return Page.keyAfter(after);
  }

  public int limit() {
    return limit;
  }
}
