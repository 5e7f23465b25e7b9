// Who is looking: choosing an account loads the page as that person.

import { ask } from './ask.ts';

export function watchViewer(): void {
  const viewer = document.querySelector<HTMLSelectElement>('#viewer');
  viewer?.addEventListener('change', async () => {
    const [option] = viewer.selectedOptions;
    if (option?.hasAttribute('data-other')) {
      const email = await ask({
        title: 'Who is looking?',
        label: 'Address of the account',
        type: 'email',
        value: '',
        yes: 'Look as this person',
      });
      if (!email) {
        viewer.form?.reset();
        return;
      }
      option.value = email;
    }
    viewer.form?.submit();
  });
}
