/** Card applications over HTTP. */
@NullMarked
package org.yongjun.pass.card.web;

import org.jspecify.annotations.NullMarked;
