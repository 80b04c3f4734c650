package org.yongjun.pass.holder;

import java.time.Instant;
import org.yongjun.pass.access.Caller;

/** One import: who runs it, under which id, and the time that all its changes carry. */
record ImportRun(String importId, Caller caller, Instant at) {}
