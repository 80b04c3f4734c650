/** The main class, the local commands, the demo programme and the story. */
@NullMarked
package org.yongjun.pass.app;

import org.jspecify.annotations.NullMarked;
