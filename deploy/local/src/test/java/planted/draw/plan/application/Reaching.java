package planted.draw.plan.application;

import jakarta.ws.rs.core.MediaType;
import planted.draw.files.OfFiles;

/** Breaks: application that knows HTTP, and an adapter past every port. */
public class Reaching {
  public MediaType type = MediaType.WILDCARD_TYPE;
  public OfFiles file;
}
