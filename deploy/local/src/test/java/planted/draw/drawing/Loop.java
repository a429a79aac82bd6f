package planted.draw.drawing;

import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import planted.draw.plan.GuessingManager;

/** Breaks: cycle, persistence outside view, JAX-RS outside rest. */
@Entity
@Path("/planted")
public class Loop {
  public GuessingManager back;
}
