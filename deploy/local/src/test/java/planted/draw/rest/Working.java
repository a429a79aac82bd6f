package planted.draw.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Breaks: what translates reads a file itself. */
public class Working {
  public String plan(Path file) throws IOException {
    return Files.readString(file);
  }
}
