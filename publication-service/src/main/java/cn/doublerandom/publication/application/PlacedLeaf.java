package cn.doublerandom.publication.application;

import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.publication.transparency.NoticeKind;

/**
 * A leaf of the log of notices, with what it takes to say again what its version said.
 *
 * @param index counted from 0
 * @param seq of the event that made the version
 * @param stream of the notice, within its scope
 * @param told version of the stream
 * @param nonce see NoticeHashes
 * @param line the leaf
 */
public record PlacedLeaf(
    long index,
    long seq,
    Scope scope,
    NoticeKind kind,
    String id,
    long version,
    String stream,
    long told,
    String nonce,
    String line) {}
