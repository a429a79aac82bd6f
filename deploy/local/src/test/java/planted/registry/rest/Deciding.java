package planted.registry.rest;

import cn.doublerandom.eventstore.Beside;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.KeptStates;

/** Breaks: what translates asks the deciders and the store itself; an answer it may hold. */
public class Deciding {
  public CommandHandler<String, String, String> handler;
  public KeptStates<String> kept;
  public Beside<String> beside;
  public EventStore store;
  public CommandHandler.Loaded<String> answer;
}
