// Invented people's names from many countries, for the demonstration. Nobody real is meant.

export const GIVEN_NAMES = list(`
  Aaliyah, Adaeze, Aiko, Alejandra, Alicja, Amara, Amina, Ananya, Anneliese, Anh, Ayşe, Beatriz,
  Bich, Bronwen, Camila, Carmen, Chiara, Chioma, Claire, Dalia, Daniela, Eleni, Elif, Emma, Esther,
  Fatima, Fernanda, Freya, Gabriela, Gulnara, Hana, Helen, Hiba, Ingrid, Irina, Isabel, Ivana, Jana,
  Ji-woo, Josephine, Judith, Kamala, Karin, Katarzyna, Khadija, Kristín, Lakshmi, Laura, Leila, Lena,
  Lin, Lucía, Magdalena, Mai, Margaret, María, Maryam, Mei, Mercy, Miriam, Nadia, Naledi, Natalia,
  Ngozi, Noor, Nora, Olena, Olga, Paola, Parisa, Patricia, Pooja, Priya, Rania, Rosa, Ruth, Sakura,
  Salma, Samira, Sara, Shirin, Siobhán, Sofia, Soo-jin, Svetlana, Tamar, Teresa, Thanh, Tsegaye,
  Valentina, Wanjiku, Xiomara, Yael, Yara, Yasmin, Yuki, Zahra, Zeynep, Zofia, Zsófia
`);

export const FAMILY_NAMES = list(`
  Abbott, Abdi, Adeyemi, Ahmed, Almeida, Andersen, Bakr, Barbosa, Becker, Bianchi, Bondarenko,
  Campbell, Castillo, Chatterjee, Chen, Cohen, Cruz, Dang, Delgado, Demir, Diallo, Dubois, Eriksson,
  Evans, Farah, Fernandes, Fischer, Garcia, Georgiou, Getachew, Gonzalez, Gupta, Haddad, Hassan,
  Hernández, Hoffmann, Horvat, Hoang, Ibrahim, Ito, Ivanova, Jansen, Jensen, Kamau, Karimi, Kaya,
  Kim, Kowalska, Kovács, Larsen, Lee, Lindqvist, López, Marchetti, Mbeki, Mendes, Mensah, Miller,
  Moreau, Morales, Mwangi, Nakamura, Nasser, Nguyen, Novak, Nwosu, O'Connor, Okafor, Olsen,
  Papadopoulos, Park, Patel, Petrova, Pham, Popescu, Rahimi, Ramírez, Reddy, Rossi, Sato, Schmidt,
  Shah, Shevchenko, Silva, Singh, Sokolov, Suzuki, Tanaka, Tesfaye, Thompson, Torres, Tran,
  Van den Berg, Vargas, Vu, Wagner, Walker, Wang, Yılmaz, Zhang
`);

function list(text: string): readonly string[] {
  return text.split(',').map((name) => name.trim());
}
