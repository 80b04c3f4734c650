/** The HTTP face of holders: import, one holder, a page of holders. */
@NullMarked
package org.yongjun.pass.holder.web;

import org.jspecify.annotations.NullMarked;
