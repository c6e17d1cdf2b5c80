/** Shows one sentence in the status line, which screen readers read out. */
export function say(sentence: string): void {
  const status = document.getElementById('status');
  if (status && status.textContent !== sentence) status.textContent = sentence;
}
